//! placeholder while the room is written
