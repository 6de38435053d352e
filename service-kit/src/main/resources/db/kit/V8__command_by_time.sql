-- Old answers are forgotten; they lie as they came, so an index of ranges is enough and costs a submission nothing.
create index command_at on command using brin (at) with (pages_per_range = 32, autosummarize = on);
