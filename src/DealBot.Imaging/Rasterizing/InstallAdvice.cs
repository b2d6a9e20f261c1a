namespace DealBot.Imaging.Rasterizing;

/// <summary>The one wording for "this package is missing" and "this version is too old". Packages are named as Debian names them.</summary>
internal static class InstallAdvice
{
    private static readonly Dictionary<string, (string Fedora, string Alpine)> Elsewhere = new()
    {
        ["librsvg2-2"] = ("librsvg2", "librsvg"),
        ["libturbojpeg0"] = ("turbojpeg", "libturbojpeg"),
        ["fonts-noto-cjk"] = ("google-noto-sans-cjk-fonts", "font-noto-cjk"),
        ["fonts-noto-color-emoji"] = ("google-noto-color-emoji-fonts", "font-noto-emoji"),
    };

    public static string English(IReadOnlyCollection<string> packages) =>
        $"Drawing images needs software this machine lacks. Install it: {Commands(packages)}";

    public static string Chinese(IReadOnlyCollection<string> packages) =>
        $"本机缺少绘图所需的软件，请安装：{Commands(packages)}";

    public static string EnglishTooOld(NativeNeed need, string function) =>
        $"{need.File} of this machine is too old for drawing images: {need.Version} or newer is needed (it lacks {function}).";

    public static string ChineseTooOld(NativeNeed need, string function) =>
        $"本机的 {need.File} 版本过旧，无法绘图：需要 {need.Version} 或更新的版本（缺少 {function}）。";

    private static string Commands(IReadOnlyCollection<string> packages)
    {
        var others = packages.Select(package => Elsewhere.GetValueOrDefault(package, (package, package))).ToArray();
        return $"apt-get install -y {string.Join(' ', packages)}"
            + $" (Fedora: dnf install -y {string.Join(' ', others.Select(other => other.Item1))};"
            + $" Alpine: apk add {string.Join(' ', others.Select(other => other.Item2))})";
    }
}
