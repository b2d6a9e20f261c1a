using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>The checks of a finished call that platforms with group robots share.</summary>
internal static class RobotMessage
{
    /// <summary>Why a call can't be made: its body is too long.</summary>
    public static Phrase? RefuseLength(string body, int mostBytes) => Utf8Text.Bytes(body) is var length && length > mostBytes
        ? new Phrase(
            $"消息连同格式有 {length} 字节，平台上限 {mostBytes} 字节，请缩短模板",
            $"With its markup the message has {length} bytes, the platform takes {mostBytes}; shorten the template")
        : null;

    /// <summary>Why a robot with keywords would not post: none of them appears where the platform looks for them.</summary>
    public static Phrase? RefuseWords(IReadOnlyList<string> keywords, IEnumerable<string?> texts)
    {
        if (keywords.Count == 0 || texts.Any(text => text is not null && keywords.Any(word => text.Contains(word, StringComparison.Ordinal))))
            return null;

        var words = string.Join('、', keywords);
        return new Phrase(
            $"消息里没有机器人的任何一个关键词（{words}），平台不会发出；请把其中一个写进模板，或在机器人的安全设置里加上模板总会有的词并填进 Keywords",
            $"The message holds none of the robot's keywords ({words}) and the platform would not post it; put one of them into the template, or add a word that the template always has to the robot's security settings and to Keywords");
    }
}
