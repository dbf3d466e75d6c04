"""The one data file: durable TinyDB storage, documents to records and back, undo."""
