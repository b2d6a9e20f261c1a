namespace DealBot.Imaging.Rasterizing;

/// <summary>The one wording for "this package is missing".</summary>
internal static class InstallAdvice
{
    public static string English(IReadOnlyCollection<string> packages) =>
        $"Drawing images needs software this machine lacks. Install it: apt-get install -y {string.Join(' ', packages)}";

    public static string Chinese(IReadOnlyCollection<string> packages) =>
        $"本机缺少绘图所需的软件，请安装：apt-get install -y {string.Join(' ', packages)}";
}
