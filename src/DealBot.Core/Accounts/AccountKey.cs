using System.Diagnostics.CodeAnalysis;

namespace DealBot.Core.Accounts;

/// <summary>One account that posts: a robot, a chat or a folder of an adapter. Written <c>wecom/robot-1</c>.</summary>
public readonly record struct AccountKey(string Adapter, string Address)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out AccountKey key)
    {
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        var isWhole = slash > 0 && slash < text!.Length - 1;
        key = isWhole ? new AccountKey(text![..slash], text[(slash + 1)..]) : default;
        return isWhole;
    }

    public override string ToString() => $"{Adapter}/{Address}";
}
