using System.Xml;
using DealBot.Imaging.Text;

namespace DealBot.Imaging.Rasterizing.Screening;

/// <summary>
/// Reads a document before librsvg does and refuses what would take too long or too much memory, end the process, or fetch something. Native
/// code can neither be interrupted nor survive a fault of its own, so this comes first. Posters and charts pass far below every bound.
/// </summary>
internal sealed class SvgScreen
{
    private const string XInclude = "http://www.w3.org/2001/XInclude";
    private const string Svg = "http://www.w3.org/2000/svg";
    private const int MostElements = 20_000;
    private const int MostText = 10_000;
    private const int MostTextOfOne = DisplayText.MostCharacters;

    private readonly EmbeddedPictures _pictures;
    private readonly RasterizerLimits _limits;
    private readonly ElementTally _tally = new();
    private readonly Stack<Open> _open = [];
    private int _filterSteps;
    private int _text;

    private SvgScreen(EmbeddedPictures pictures, RasterizerLimits limits) => (_pictures, _limits) = (pictures, limits);

    /// <summary>How many bitmaps of its own size the document takes beside that of the drawing.</summary>
    /// <exception cref="ImagingException">It is refused; the message says why.</exception>
    public static long Check(string svg, RasterizerLimits limits)
    {
        var screen = new SvgScreen(EmbeddedPictures.CutOf(SvgSource.Trim(svg, limits.MaxSvgBytes), out var rest), limits);
        try
        {
            using var reader = XmlReader.Create(new StringReader(rest), Settings());
            while (reader.Read())
                screen.Look(reader);
        }
        catch (XmlException exception)
        {
            throw new ImagingException($"The SVG cannot be read: {exception.Message}", exception);
        }

        return screen._tally.Check();
    }

    /// <summary>A document type may be named, as drawing programs do; nothing is fetched for it, and entities are not expanded.</summary>
    private static XmlReaderSettings Settings() => new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1, IgnoreComments = true };

    private void Look(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.DocumentType when !string.IsNullOrWhiteSpace(reader.Value):
                throw Screen.Refusal("its document type declares entities or attributes of its own");
            case XmlNodeType.ProcessingInstruction:
                throw Screen.Refusal($"it has the processing instruction {Screen.Short(reader.Name)}");
            case XmlNodeType.Element:
                Begin(reader);
                break;
            case XmlNodeType.EndElement:
                _open.Pop();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                CountText(reader.Value);
                break;
        }
    }

    private void Begin(XmlReader reader)
    {
        // librsvg draws such a document as nothing at all: an all-black poster.
        if (_tally.Count == 0 && reader.NamespaceURI != Svg)
            throw Screen.Refusal($"it does not begin with <svg xmlns=\"{Svg}\">");
        if (reader.NamespaceURI == XInclude)
            throw Screen.Refusal("it includes another document");
        if (FilterScreen.IsStep(reader.LocalName) && ++_filterSteps > FilterScreen.MostSteps)
            throw Screen.Refusal($"its filters have more than {FilterScreen.MostSteps} steps");
        if (_tally.Count >= MostElements)
            throw Screen.Refusal($"it has more than {MostElements} elements");

        var (isEmpty, name) = (reader.IsEmptyElement, reader.LocalName);
        var outer = _open.TryPeek(out var parent) ? parent : new Open(-1, "", 1);
        var properties = Attributes(reader);
        var scale = GeometryScreen.Multiply(outer.Scale, Enlargement(properties));
        var number = _tally.Add(outer.Number, FilterScreen.Weight(name) + properties.Sum(property => Layers(property.Name, property.Value)));
        foreach (var (property, value) in properties)
            Note(number, name, property, value, scale);

        if (!isEmpty)
            _open.Push(new Open(number, name, scale));
    }

    /// <summary>Attributes by their local names, and properties out of the attribute <c>style</c>.</summary>
    private static List<(string Name, string Value)> Attributes(XmlReader reader)
    {
        var all = new List<(string Name, string Value)>();
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns" || reader.Name == "xmlns")
                continue;

            all.Add((reader.LocalName, reader.Value));
            if (reader.LocalName == "style")
                all.AddRange(StyleScreen.Declarations(reader.Value));
        }

        reader.MoveToElement();
        return all;
    }

    private void Note(int number, string element, string name, string value, double scale)
    {
        switch (name)
        {
            case "id":
                _tally.Name(number, value);
                return;
            case "class" or "font-family" or "lang" or "space":
                return;
            case "href":
                NoteReference(number, element, value.Trim());
                return;
            default:
                ValueScreen.Check(name, value);
                FilterScreen.Check(name, value);
                GeometryScreen.CheckProperty(name, value, scale);
                break;
        }

        // Of the style its declarations come by themselves.
        foreach (var id in name == "style" ? [] : StyleScreen.References(value))
            _tally.Refer(number, id);
    }

    private void NoteReference(int number, string element, string address)
    {
        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            CheckPicture(element, address);
        else if (address.StartsWith('#') && element != "a")
            _tally.Refer(number, address[1..]);
    }

    private void CheckPicture(string element, string address)
    {
        if (element is not ("image" or "feImage"))
            throw Screen.Refusal($"{element} refers to embedded data");

        _pictures.Check(address, _limits.MaxPicturePixels);
    }

    private void CountText(string text)
    {
        if (_open.TryPeek(out var open) && open.Name == "style")
        {
            StyleScreen.CheckSheet(text);
            return;
        }

        _text += string.IsNullOrWhiteSpace(text) ? 0 : text.Length;
        if (text.Length > MostTextOfOne && !string.IsNullOrWhiteSpace(text))
            throw Screen.Refusal($"a text has {text.Length} characters, at most {MostTextOfOne} are drawn");
        if (_text > MostText)
            throw Screen.Refusal($"it has more than {MostText} characters of text");
    }

    private static double Enlargement(List<(string Name, string Value)> properties)
    {
        var product = 1.0;
        string? viewBox = null, width = null, height = null;
        foreach (var (name, value) in properties)
        {
            product *= GeometryScreen.Scale(name.ToLowerInvariant(), value);
            (viewBox, width, height) = name switch
            {
                "viewBox" => (value, width, height),
                "width" => (viewBox, value, height),
                "height" => (viewBox, width, value),
                _ => (viewBox, width, height),
            };
        }

        return product * GeometryScreen.ViewBox(viewBox, width, height);
    }

    /// <summary>Bitmaps that a property makes librsvg draw an element on before it draws it. Each function of a filter is one.</summary>
    private static int Layers(string name, string value) => name switch
    {
        "opacity" => value.Trim() is "1" or "1.0" or "100%" ? 0 : 1,
        "mask" or "mix-blend-mode" or "isolation" => value.Trim() is "none" or "normal" or "auto" ? 0 : 1,
        "filter" => value.Trim() == "none" ? 0 : Math.Max(1, value.Count(character => character == '(')),
        _ => 0,
    };

    private readonly record struct Open(int Number, string Name, double Scale);
}
