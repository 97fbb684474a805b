//! A partition of 0..n that grows coarser.

/// Disjoint sets of numbers; the smallest member names its set.
#[derive(Debug, Clone)]
pub(crate) struct DisjointSets {
    parent: Vec<usize>,
}

impl DisjointSets {
    /// Every number on its own.
    pub(crate) fn new(count: usize) -> Self {
        Self {
            parent: (0..count).collect(),
        }
    }

    /// The smallest member of the set of `member`.
    pub(crate) fn find(&mut self, mut member: usize) -> usize {
        while self.parent[member] != member {
            self.parent[member] = self.parent[self.parent[member]];
            member = self.parent[member];
        }
        member
    }

    /// Makes two sets one.
    pub(crate) fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        self.parent[a.max(b)] = a.min(b);
    }

    /// For each member the number of its set, sets numbered by their smallest members, and how many
    /// sets there are.
    pub(crate) fn numbers(&mut self) -> (Vec<usize>, usize) {
        let mut numbers = vec![0; self.parent.len()];
        let mut count = 0;
        for member in 0..numbers.len() {
            let root = self.find(member);
            numbers[member] = if root == member {
                count += 1;
                count - 1
            } else {
                numbers[root]
            };
        }
        (numbers, count)
    }
}
