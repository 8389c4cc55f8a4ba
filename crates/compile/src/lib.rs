//! From a checked policy and its plan to a verified filter.
