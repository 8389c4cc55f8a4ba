//! Benchmarks against the C floor.
