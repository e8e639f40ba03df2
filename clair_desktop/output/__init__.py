"""What leaves the branch: printed packs and workbooks."""
