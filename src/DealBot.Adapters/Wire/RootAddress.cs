using DealBot.Contracts;

namespace DealBot.Adapters.Wire;

/// <summary>The check of an option that holds the root of a platform's interface.</summary>
internal static class RootAddress
{
    /// <summary>A fault unless the address is an https root, or an http root on this machine.</summary>
    public static IEnumerable<OptionFault> Check(string path, Uri? url, PlatformName name)
    {
        if (url is not null && IsRoot(url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            yield break;

        // Somebody may have pasted a whole webhook address here, which holds a secret behind the host.
        yield return new OptionFault(
            path,
            url is { IsAbsoluteUri: true } ? url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : null,
            name.Say("不是{0}接口的根地址", "This is not the root of {0}'s interface"),
            new Phrase(
                "填写 https:// 开头的根地址，不带路径和参数（http 只用于本机），或删去此项使用默认值",
                "Give an https root without path or query (http only for this machine), or leave it out for the default"));
    }

    private static bool IsRoot(Uri url) =>
        url.IsAbsoluteUri && url.AbsolutePath == "/" && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0;
}
