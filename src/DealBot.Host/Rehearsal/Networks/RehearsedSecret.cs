using System.Security.Cryptography;
using System.Text;

namespace DealBot.Host.Rehearsal.Networks;

/// <summary>Keys of rehearsed accounts. They open nothing anywhere else.</summary>
internal static class RehearsedSecret
{
    public static string Of(string network, string account) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{network}/{account}")), 0, 16);
}
