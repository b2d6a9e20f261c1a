namespace DealBot.Adapters.Tests;

internal static class RobotKeys
{
    /// <summary>A key as WeCom's pages show one.</summary>
    public const string One = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
}
