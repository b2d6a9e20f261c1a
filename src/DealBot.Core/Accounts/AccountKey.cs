using System.Diagnostics.CodeAnalysis;

namespace DealBot.Core.Accounts;

/// <summary>
/// One account that posts: a robot, or a bot in many groups. Written <c>wecom/robot-1</c>. Quotas, refusals and blocks hold for it; which of its
/// addresses a post goes to is another matter.
/// </summary>
/// <param name="Adapter">The adapter.</param>
/// <param name="Name">What <see cref="IMessagingAdapter.AccountOf"/> calls it; the address itself where each is an account of its own.</param>
public readonly record struct AccountKey(string Adapter, string Name)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out AccountKey key)
    {
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        var isWhole = slash > 0 && slash < text!.Length - 1;
        key = isWhole ? new AccountKey(text![..slash], text[(slash + 1)..]) : default;
        return isWhole;
    }

    public override string ToString() => $"{Adapter}/{Name}";
}
