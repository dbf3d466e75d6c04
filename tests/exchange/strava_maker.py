"""Strava's list of activities, written by the tests themselves."""

NEW = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Commute,Activity Gear,Filename,Elapsed Time,Moving Time,Distance,"
    "Max Heart Rate,Average Heart Rate,Elevation Gain,Perceived Exertion,Commute,"
    '"<span class=""x"" title=""y"">Sport Type</span>"\n'
)
NEW_ROW = (
    '7,"Nov 3, 2026, 5:10:00 PM","Lunch, ""easy"" 🌲",Trail Run,"fine\nuntil the hill",1800,5.61,,'
    "false,,,1801.0,1750.0,5612.39990234375,171.0,141.4,42.0,6.0,0.0,x\n"
)
