//! HTML whose tags are balanced and whose text is escaped, by construction.

/// A piece of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Html(String);

/// Names with their values.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Html {
    /// Text, escaped.
    pub(super) fn text(text: impl AsRef<str>) -> Self {
        Self(escaped(text.as_ref()))
    }

    /// What is well-formed already and holds no text of others: drawings and styles.
    pub(super) fn finished(html: impl Into<String>) -> Self {
        Self(html.into())
    }

    /// The page's text.
    pub(super) fn into_text(self) -> String {
        self.0
    }
}

impl From<&str> for Html {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Html {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl FromIterator<Self> for Html {
    fn from_iter<I: IntoIterator<Item = Self>>(pieces: I) -> Self {
        Self(pieces.into_iter().map(|piece| piece.0).collect())
    }
}

impl<const N: usize> From<[Self; N]> for Html {
    fn from(pieces: [Self; N]) -> Self {
        pieces.into_iter().collect()
    }
}

/// An element with what is in it.
pub(super) fn element(name: &str, attributes: Attributes<'_>, inner: impl Into<Html>) -> Html {
    let Html(inner) = inner.into();
    Html(format!("<{name}{}>{inner}</{name}>", written(attributes)))
}

/// An element that has no inside, such as `img`.
pub(super) fn void(name: &str, attributes: Attributes<'_>) -> Html {
    Html(format!("<{name}{}>", written(attributes)))
}

/// Text that means itself in HTML and in SVG, inside of elements and of quoted attributes.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // Not allowed in XML, whatever they are written as.
            control if control.is_control() && !"\n\t".contains(control) => safe.push('\u{fffd}'),
            other => safe.push(other),
        }
    }
    safe
}

fn written(attributes: Attributes<'_>) -> String {
    let attribute = |(name, value): &(&str, &str)| format!(" {name}=\"{}\"", escaped(value));
    attributes.iter().map(attribute).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out() {
        let hostile = "\"><script>alert('x')</script>&\u{0}";
        let html = element("a", &[("title", hostile)], hostile).into_text();
        let safe = "&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;\u{fffd}";
        assert_eq!(html, format!("<a title=\"{safe}\">{safe}</a>"));
    }
}
