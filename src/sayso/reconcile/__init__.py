"""Facts to estimates: what many texts say of one quantity, laid together under a named policy; pure."""
