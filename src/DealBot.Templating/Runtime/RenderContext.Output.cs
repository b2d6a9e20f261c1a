using System.Buffers;
using System.Globalization;
using System.Numerics;
using DealBot.Templating.Parsing;
using DealBot.Templating.Syntax;
using DealBot.Templating.Syntax.Statements;

namespace DealBot.Templating.Runtime;

/// <remarks>All text of a rendering grows in one rented array; what is captured is its end, from a mark on.</remarks>
internal sealed partial class RenderContext
{
    private const int LongestNumber = 64;

    /// <summary>Shorter texts cost no more than the statement that writes them.</summary>
    private const int LongText = 1024;

    /// <summary>What is captured inside of captures may be so many times the limit, all in all.</summary>
    private const int MostTextsAtOnce = 4;

    private char[] _output = [];
    private int _length;
    private int _captureStart;
    private bool _isAfterLineBreak;

    /// <summary>What each further line begins with; null for nothing.</summary>
    public string? LineIndent { get; set; }

    public void Write(Node site, ReadOnlySpan<char> text)
    {
        if (text.Length >= LongText)
            CountText(site, text.Length);
        if (LineIndent is not null)
        {
            WriteLines(site, text);
            return;
        }

        if (text.Length == 0)
            return;
        Append(site, text);
        _isAfterLineBreak = text[^1] == '\n';
    }

    /// <summary>Writes a value as it is printed.</summary>
    public void Write(Node site, Node valueSite, object? value)
    {
        var culture = Options.Culture;
        switch (value)
        {
            case string text: Write(site, text); break;
            case int number: WriteNumber(site, number, culture); break;
            case decimal number: WriteNumber(site, number, culture); break;
            case double number: WriteNumber(site, number, culture); break;
            case long number: WriteNumber(site, number, culture); break;
            default: Write(site, Print(valueSite, value)); break;
        }
    }

    public void WriteNumber<T>(Node site, T number, CultureInfo culture)
        where T : INumber<T>
    {
        BeginLine(site);
        if (!number.TryFormat(_output.AsSpan(_length), out var written, default, culture))
        {
            MakeRoom(LongestNumber);
            if (!number.TryFormat(_output.AsSpan(_length), out written, default, culture))
            {
                // Only a culture with symbols of its own invention makes a number so long.
                Write(site, number.ToString(null, culture));
                return;
            }
        }

        GuardOutput(site, written);
        _length += written;
    }

    /// <summary>From now on text is kept out of the output; returns what <see cref="EndCapture"/> needs.</summary>
    public int BeginCapture()
    {
        var outer = _captureStart;
        _captureStart = _length;
        return outer;
    }

    /// <summary>The text written since the capture began.</summary>
    public string EndCapture(Node site, int outer)
    {
        CountText(site, _length - _captureStart);
        var text = new string(_output, _captureStart, _length - _captureStart);
        _length = _captureStart;
        _captureStart = outer;
        return text;
    }

    /// <summary>Captures text that is no part of the lines around it, so that these do not indent it.</summary>
    public Aside BeginAside()
    {
        var aside = new Aside(BeginCapture(), LineIndent, _isAfterLineBreak);
        LineIndent = null;
        return aside;
    }

    /// <summary>The text written since then.</summary>
    public string EndAside(Node site, in Aside aside)
    {
        LineIndent = aside.LineIndent;
        _isAfterLineBreak = aside.IsAfterLineBreak;
        return EndCapture(site, aside.CaptureStart);
    }

    /// <summary>Runs the front matter for the variables it sets, then renders the body.</summary>
    public string RenderTemplate(ParsedTemplate template)
    {
        if (template.FrontMatter is { } frontMatter)
            RenderPage(frontMatter);
        return RenderPage(template.Body);
    }

    private string RenderPage(Block body)
    {
        var aside = BeginAside();
        body.Execute(this);
        ReturnValue = null;
        return EndAside(body, aside);
    }

    /// <summary>Returns the rented array; the rendering has ended, well or not.</summary>
    public void ReleaseOutput()
    {
        var output = _output;
        _output = [];
        _length = _captureStart = 0;
        if (output.Length > 0)
            ArrayPool<char>.Shared.Return(output);
    }

    /// <summary>The value as text.</summary>
    public string Print(Node site, object? value)
    {
        if (value is string text)
            return text;
        try
        {
            var printed = ValueText.Of(this, value);
            CountText(site, printed.Length);
            return printed;
        }
        catch (FunctionFailure failure)
        {
            throw site.Fault(failure.Message, failure);
        }
    }

    public string Concatenate(Node site, string first, string second, string third = "")
    {
        GuardLength(site, (long)first.Length + second.Length + third.Length);
        return string.Concat(first, second, third);
    }

    /// <summary>Refuses a string that is longer than the output may be, and charges for making it.</summary>
    public void GuardLength(Node site, long length)
    {
        if (length > Options.OutputLimit)
            throw site.Fault($"The text of {length} characters exceeds the limit of `{Options.OutputLimit}` characters.");
        CountText(site, length);
    }

    private void WriteLines(Node site, ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            BeginLine(site);
            var end = text.IndexOf('\n');
            var line = end < 0 ? text : text[..(end + 1)];
            Append(site, line);
            _isAfterLineBreak = end >= 0;
            text = text[line.Length..];
        }
    }

    private void BeginLine(Node site)
    {
        if (_isAfterLineBreak && LineIndent is { } indent)
            Append(site, indent);
        _isAfterLineBreak = false;
    }

    private void Append(Node site, ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(site, text.Length));
        _length += text.Length;
    }

    private Span<char> Reserve(Node site, int count)
    {
        GuardOutput(site, count);
        if (count > _output.Length - _length)
            MakeRoom(count);
        return _output.AsSpan(_length);
    }

    private void GuardOutput(Node site, int count)
    {
        if ((long)_length - _captureStart + count > Options.OutputLimit)
            throw site.Fault($"The output exceeds the limit of `{Options.OutputLimit}` characters.");
        if ((long)_length + count > (long)MostTextsAtOnce * Options.OutputLimit)
            throw site.Fault($"The texts captured inside of each other exceed {MostTextsAtOnce} times the limit of `{Options.OutputLimit}` characters.");
    }

    private void MakeRoom(int count)
    {
        const int smallest = 1024;
        var larger = ArrayPool<char>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(smallest, Math.Max((long)_length + count, _length * 2L))));
        var output = _output;
        output.AsSpan(0, _length).CopyTo(larger);
        _output = larger;
        if (output.Length > 0)
            ArrayPool<char>.Shared.Return(output);
    }

    /// <summary>The state of the output around a text that is rendered for itself.</summary>
    public readonly record struct Aside(int CaptureStart, string? LineIndent, bool IsAfterLineBreak);
}
