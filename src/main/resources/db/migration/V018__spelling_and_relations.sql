-- What is counted by has one key, however it is spelled; what was typed is kept beside it and shown.
-- The keys of what is there already are made by V018.1, since only Java knows how.
ALTER TABLE gesture ADD COLUMN visit_key text;      -- null: no visit was named
ALTER TABLE customer ADD COLUMN code_key text;
