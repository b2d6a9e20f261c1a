using System.Text;

namespace DealBot.Host.Commands;

/// <summary>The library's help has no Chinese for some of its words; this puts it in, whole line by whole line.</summary>
/// <param name="output">Where the help goes.</param>
internal sealed class ChineseHelp(TextWriter output) : TextWriter
{
    private static readonly (string English, string Chinese)[] Words =
    [
        ("Description:", "说明:"),
        ("[command]", "[命令]"),
        ("[options]", "[选项]"),
        ("[default: ", "[默认: "),

        // As wide as the original, so that the column behind it stays where it is.
        ("(REQUIRED)", "（必填）  "),
    ];

    private readonly StringBuilder _line = new();

    public override Encoding Encoding => output.Encoding;

    public override void Write(char value)
    {
        _line.Append(value);
        if (value == '\n')
        {
            Flush();
        }
    }

    protected override void Dispose(bool disposing)
    {
        Flush();
        base.Dispose(disposing);
    }

    public override void Flush()
    {
        foreach (var (english, chinese) in Words)
        {
            _line.Replace(english, chinese);
        }

        output.Write(_line);
        output.Flush();
        _line.Clear();
    }
}
