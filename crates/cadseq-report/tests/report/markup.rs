//! Enough of a reader of HTML and SVG to see whether tags nest.

/// Elements of HTML that have no end.
const VOID: [&str; 5] = ["meta", "link", "img", "br", "hr"];

/// A start tag.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// What stands between angle brackets.
enum Tag {
    Start(Element),
    /// With a slash at its end.
    Whole(Element),
    End(String),
}

/// All start tags.
pub(crate) fn elements(text: &str) -> Vec<Element> {
    let element = |tag| match tag {
        Tag::Start(element) | Tag::Whole(element) => Some(element),
        Tag::End(_) => None,
    };
    tags(text).into_iter().filter_map(element).collect()
}

/// Panics where an end tag does not close the last open element.
pub(crate) fn check_balance(text: &str) {
    let mut open: Vec<String> = Vec::new();
    for tag in tags(text) {
        match tag {
            Tag::Start(element) if !VOID.contains(&element.name.as_str()) => {
                open.push(element.name);
            }
            Tag::End(name) => assert_eq!(open.pop().as_ref(), Some(&name), "in {open:?}"),
            Tag::Start(_) | Tag::Whole(_) => {}
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
}

fn tags(text: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = text.strip_prefix("<!DOCTYPE html>").unwrap_or(text);
    while let Some(start) = rest.find(['<', '>']) {
        assert!(
            rest[start..].starts_with('<'),
            "a stray > after {:.60}",
            &rest[..start]
        );
        let inner = &rest[start + 1..];
        let end = end_of_tag(inner);
        tags.push(tag(&inner[..end]));
        rest = &inner[end + 1..];
        // A style sheet may hold what is no tag.
        if let Some(Tag::Start(element)) = tags.last()
            && element.name == "style"
        {
            rest = &rest[rest.find("</style>").expect("an end of the style")..];
        }
    }
    tags
}

/// Where the tag ends; quoted attributes may hold anything but their quotes.
fn end_of_tag(inner: &str) -> usize {
    let mut is_quoted = false;
    for (place, letter) in inner.char_indices() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => return place,
            '<' => panic!("< inside of a tag: {inner:.80}"),
            _ => {}
        }
    }
    panic!("a tag without end: {inner:.80}");
}

fn tag(inner: &str) -> Tag {
    if let Some(name) = inner.strip_prefix('/') {
        return Tag::End(name.to_owned());
    }
    let (inner, is_whole) = match inner.strip_suffix('/') {
        Some(inner) => (inner, true),
        None => (inner, false),
    };
    let (name, mut rest) = inner.split_once(' ').unwrap_or((inner, ""));
    let is_name = !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric());
    assert!(is_name, "no name of a tag: {inner:.80}");
    let mut attributes = Vec::new();
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').expect("a closing quote");
        attributes.push((name.trim().to_owned(), value.to_owned()));
        rest = after;
    }
    assert!(rest.trim().is_empty(), "what is this: {rest:.80}");
    let element = Element {
        name: name.to_owned(),
        attributes,
    };
    if is_whole {
        Tag::Whole(element)
    } else {
        Tag::Start(element)
    }
}
