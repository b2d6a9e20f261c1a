namespace DealBot.Networks.Vip;

/// <summary>What most calls hold beside their own parameters.</summary>
internal static class VipCall
{
    /// <summary>A new <c>requestId</c>, by which Vipshop's support finds a call.</summary>
    public static string NewId() => Guid.NewGuid().ToString();
}
