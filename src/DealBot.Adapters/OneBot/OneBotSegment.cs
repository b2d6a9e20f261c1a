namespace DealBot.Adapters.OneBot;

/// <summary>A part of a message. Messages go as lists of these and never as CQ strings, in which a deal's title could pass for a command.</summary>
internal sealed record OneBotSegment(string Type, OneBotSegmentBody Data)
{
    public static OneBotSegment OfText(string text) => new("text", new OneBotSegmentBody { Text = text });

    public static OneBotSegment OfPicture(string file) => new("image", new OneBotSegmentBody { File = file });
}
