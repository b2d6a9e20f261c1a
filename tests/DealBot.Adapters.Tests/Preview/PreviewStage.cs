using System.Text.Json;
using DealBot.Adapters.Preview;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Preview;

/// <summary>The preview adapter on a temporary folder.</summary>
internal sealed class PreviewStage : AdapterStage
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dealbot-preview-");

    public PreviewStage() => Adapter = NewAdapter();

    public override PreviewAdapter Adapter { get; }

    public override string Known => "宝妈群-1";

    public override string Unknown => "../other";

    public override int Calls => Directory.EnumerateFiles(_root.FullName, "*", SearchOption.AllDirectories).Count();

    public ManualTime Time { get; } = new();

    public string Folder => Path.Combine(_root.FullName, Known);

    public string LogFile => Path.Combine(Folder, "messages.jsonl");

    public IReadOnlyList<JsonElement> Lines => File.Exists(LogFile) ? [.. File.ReadLines(LogFile).Select(line => JsonElement.Parse(line))] : [];

    public override string? LastBody => File.ReadLines(LogFile).LastOrDefault();

    /// <summary>One more adapter on the same folder, as after a restart.</summary>
    public PreviewAdapter NewAdapter() => new(new PreviewOptions { Directory = _root.FullName }, Time);

    public override IReadOnlyList<OutgoingMessage> Delivered() => [.. Lines.Select(AsMessage)];

    public override ValueTask DisposeAsync()
    {
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private OutgoingMessage AsMessage(JsonElement line) => TextOf(line, "kind") switch
    {
        "text" => new OutgoingMessage.Text(TextOf(line, "text")),
        "markdown" => new OutgoingMessage.Markdown(TextOf(line, "text")),
        "image" => new OutgoingMessage.Image(File.ReadAllBytes(Path.Combine(Folder, TextOf(line, "file"))), "image/png"),
        "captioned" => new OutgoingMessage.Captioned(new OutgoingMessage.Image(File.ReadAllBytes(Path.Combine(Folder, TextOf(line, "file"))), "image/png"), TextOf(line, "text")),
        "card" => new OutgoingMessage.Card(
            TextOf(line, "title"),
            TextOf(line, "description"),
            [.. line.GetProperty("facts").EnumerateArray().Select(fact => new CardFact(fact[0].GetString()!, fact[1].GetString()!))],
            TextOf(line, "button"),
            new Uri(TextOf(line, "url")),
            null),
        "file" => new OutgoingMessage.File(File.ReadAllBytes(Path.Combine(Folder, TextOf(line, "file"))), TextOf(line, "name")),
        _ => new OutgoingMessage.News(TextOf(line, "title"), TextOf(line, "description"), new Uri(TextOf(line, "url")), null),
    };

    private static string TextOf(JsonElement line, string name) => line.GetProperty(name).GetString()!;
}
