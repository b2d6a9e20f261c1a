namespace DealBot.Adapters.Feishu;

/// <summary>The token of a self-built app.</summary>
/// <param name="Value">The token, a secret.</param>
/// <param name="Until">When another one has to be asked for.</param>
internal sealed record FeishuToken(string Value, DateTimeOffset Until)
{
    public override string ToString() => $"{nameof(FeishuToken)} {{ *** }}";
}
