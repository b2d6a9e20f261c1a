namespace DealBot.Adapters.WeCom;

/// <summary>The two dialects of markdown that group robots take (path/99110).</summary>
public enum WeComMarkdown
{
    /// <summary><c>markdown</c>: headings, bold, links, inline code, quotes, coloured text, mentions of members. No pictures. Every client shows it.</summary>
    V1,

    /// <summary>
    /// <c>markdown_v2</c>: italics, nested lists and quotes, pictures, tables, code blocks, lines. No colours and no mentions. Clients before 4.1.36
    /// (Android 4.1.38) show its source.
    /// </summary>
    V2,
}
