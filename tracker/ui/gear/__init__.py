"""The Gear tab: pairs of shoes and other equipment, with their use."""
