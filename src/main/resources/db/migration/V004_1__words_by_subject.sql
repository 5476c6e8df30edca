-- What is over is not told outside the app any more: its words are found by what they are about.
CREATE INDEX word_subject ON word (subject);
