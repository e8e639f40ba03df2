"""What an official can do; the only way to the database and the printers."""
