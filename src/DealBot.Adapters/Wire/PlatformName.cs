using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>What a platform is called in phrases.</summary>
/// <param name="Zh">In Chinese text, for example 企业微信.</param>
/// <param name="En">In English text.</param>
/// <param name="AddressField">The option that leads to it, for example <c>BaseUrl</c>.</param>
internal sealed record PlatformName(string Zh, string En, string AddressField = "BaseUrl")
{
    /// <summary>A phrase of the platform; <c>{0}</c> stands for its name.</summary>
    public Phrase Say(string zh, string en) =>
        new(zh.Replace("{0}", Zh, StringComparison.Ordinal), en.Replace("{0}", En, StringComparison.Ordinal));
}
