using System.ComponentModel;

namespace DealBot.Adapters.Preview;

/// <summary>Settings of the preview adapter, which writes messages into a folder instead of a chat.</summary>
public sealed record PreviewOptions
{
    /// <summary>Folder that gets one folder for each address; created when needed. Default <c>data/preview</c>.</summary>
    [Description("写到哪个目录；每个地址一个子目录")]
    public string Directory { get; init; } = "data/preview";
}
