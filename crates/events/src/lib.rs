//! The event schema and its renderings.
