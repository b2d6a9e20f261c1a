using System.Text.RegularExpressions;
using System.Xml;
using DealBot.Contracts;
using DealBot.Core.Rendering;

namespace DealBot.Host.Commands;

/// <summary>Whether what a template made is an SVG that can be drawn, and if not, where in it and how to mend it.</summary>
internal static partial class SvgProof
{
    private const string SvgNamespace = "http://www.w3.org/2000/svg";

    /// <summary>Passes over what is sound.</summary>
    /// <param name="name">The template.</param>
    /// <param name="svg">What it made.</param>
    /// <exception cref="TemplateFaultException">It is not; the reason shows the line of the SVG, which is not always that of the template.</exception>
    public static void Require(string name, string svg)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            reader.MoveToContent();
            RequireRoot(name, svg, reader);
            while (reader.Read())
            {
            }
        }
        catch (XmlException exception)
        {
            throw Malformed(name, svg, exception);
        }
    }

    private static void RequireRoot(string name, string svg, XmlReader reader)
    {
        var place = (IXmlLineInfo)reader;
        if (reader.LocalName != "svg" || reader.NamespaceURI != SvgNamespace)
        {
            throw Fault(name, svg, place.LineNumber, place.LinePosition, new Phrase("画出来会是一片空白", "it would be drawn as nothing"), new Phrase(
                $"第一个标签写成 <svg xmlns=\"{SvgNamespace}\" width=\"750\" height=\"1334\">",
                $"begin with <svg xmlns=\"{SvgNamespace}\" width=\"750\" height=\"1334\">"));
        }

        if (reader.GetAttribute("viewBox") is null && (reader.GetAttribute("width") ?? reader.GetAttribute("height")) is null)
        {
            throw Fault(name, svg, place.LineNumber, place.LinePosition, new Phrase("没有写尺寸", "it has no size"), new Phrase(
                "在 <svg> 里写上 width=\"750\" height=\"1334\"",
                "write width=\"750\" height=\"1334\" in <svg>"));
        }
    }

    private static TemplateFaultException Malformed(string name, string svg, XmlException exception)
    {
        var message = Place().Replace(exception.Message, "");
        var line = svg.Split('\n').ElementAtOrDefault(exception.LineNumber - 1) ?? "";
        var column = exception.LinePosition;
        var isAmpersand = column > 1 && column <= line.Length + 1 && line[column - 2] == '&';
        return Fault(
            name, svg, exception.LineNumber, isAmpersand ? column - 1 : column, new Phrase($"读不通：{message}", $"it cannot be read: {message}"), HowToMend(message, isAmpersand));
    }

    private static Phrase HowToMend(string message, bool isAmpersand)
    {
        if (isAmpersand)
        {
            return new Phrase("SVG 里的 & 要写成 &amp;", "in SVG write &amp; for &");
        }

        if (StartTag().Match(message) is { Success: true } tag)
        {
            return new Phrase(
                $"第 {tag.Groups["line"]} 行的 <{tag.Groups["name"]}> 没有结束：补上 </{tag.Groups["name"]}>",
                $"<{tag.Groups["name"]}> of line {tag.Groups["line"]} does not end: add </{tag.Groups["name"]}>");
        }

        if (message.Contains("undeclared prefix", StringComparison.Ordinal))
        {
            return new Phrase(
                "去掉前缀，例如 xlink:href 写成 href；或在 <svg> 里加上 xmlns:xlink=\"http://www.w3.org/1999/xlink\"",
                "leave the prefix out, href for xlink:href, or add xmlns:xlink=\"http://www.w3.org/1999/xlink\" to <svg>");
        }

        return new Phrase(
            "看看标签和引号有没有写全，交给 poster.markup 的文字有没有先经过 poster.text",
            "look for tags and quotes that are not closed, and for text given to poster.markup without poster.text");
    }

    private static TemplateFaultException Fault(string name, string svg, int line, int column, Phrase what, Phrase mend)
    {
        var excerpt = string.Concat(SourceExcerpt.Of(svg, line, column).Select(shown => "\n" + shown));
        return new TemplateFaultException(new Phrase(
            $"模板错误：{name} 画出来的 SVG 第 {line} 行第 {column} 列{what.Zh}{excerpt}\n  提示：{mend.Zh}",
            $"template fault: the SVG made by {name}, line {line}, column {column}: {what.En}{excerpt}\n  hint: {mend.En}"));
    }

    [GeneratedRegex(@" Line \d+, position \d+\.$")]
    private static partial Regex Place();

    [GeneratedRegex(@"^The '(?<name>[^']+)' start tag on line (?<line>\d+)")]
    private static partial Regex StartTag();
}
