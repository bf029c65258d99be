//! A set of small numbers that gives its largest or smallest in a step or two.

/// One bit for each number, and above it one bit for each word that is not empty.
#[derive(Clone, Debug, Default)]
pub(super) struct BitSet {
    words: Vec<u64>,
    summary: Vec<u64>,
}

impl BitSet {
    #[inline]
    pub(super) fn insert(&mut self, number: u32) {
        let (word, bit) = place(number);
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
            self.summary.resize(word / 64 + 1, 0);
        }
        self.words[word] |= bit;
        self.summary[word / 64] |= 1 << (word % 64);
    }

    #[inline]
    pub(super) fn remove(&mut self, number: u32) {
        let (word, bit) = place(number);
        self.words[word] &= !bit;
        if self.words[word] == 0 {
            self.summary[word / 64] &= !(1 << (word % 64));
        }
    }

    #[inline]
    pub(super) fn largest(&self) -> Option<u32> {
        let group = self.summary.iter().rposition(|&summary| summary != 0)?;
        let word = group as u32 * 64 + 63 - self.summary[group].leading_zeros();
        Some(word * 64 + 63 - self.words[word as usize].leading_zeros())
    }

    #[inline]
    pub(super) fn smallest(&self) -> Option<u32> {
        let group = self.summary.iter().position(|&summary| summary != 0)?;
        let word = group as u32 * 64 + self.summary[group].trailing_zeros();
        Some(word * 64 + self.words[word as usize].trailing_zeros())
    }
}

fn place(number: u32) -> (usize, u64) {
    ((number / 64) as usize, 1 << (number % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_both_ends() {
        let mut set = BitSet::default();
        assert_eq!((set.smallest(), set.largest()), (None, None));
        for number in [70, 5, 9_000, 4_095] {
            set.insert(number);
        }
        assert_eq!((set.smallest(), set.largest()), (Some(5), Some(9_000)));
        set.remove(5);
        set.remove(9_000);
        assert_eq!((set.smallest(), set.largest()), (Some(70), Some(4_095)));
    }
}
