-- What costs more is decided only by somebody who has shown a second factor; so are the rules, once this is set.
ALTER TABLE company
  ADD COLUMN second_factor_above_minor bigint CHECK (second_factor_above_minor >= 0); -- null: a password is enough
