namespace DealBot.Adapters.Preview;

/// <summary>Settings of the preview adapter, which writes messages into a folder instead of a chat.</summary>
public sealed record PreviewOptions
{
    /// <summary>Folder that gets one folder for each address; created when needed. Default <c>data/preview</c>.</summary>
    public string Directory { get; init; } = "data/preview";
}
