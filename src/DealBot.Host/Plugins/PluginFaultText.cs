using System.Reflection;
using DealBot.Contracts;

namespace DealBot.Host.Plugins;

/// <summary>Says why a plugin could not be started. What the runtime says of files and types is shown; a plugin's own message may hold a secret and is not.</summary>
internal static class PluginFaultText
{
    public static Phrase Of(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Of(inner),
        BadImageFormatException => new Phrase($"程序集损坏，或者不是 .NET 程序集：{FileOf(exception)}", $"the assembly is damaged or none of .NET: {FileOf(exception)}"),
        FileNotFoundException or FileLoadException => new Phrase(
            $"缺少程序集 {FileOf(exception)}，或版本不对；把 dotnet publish 的全部输出放进插件目录",
            $"the assembly {FileOf(exception)} is missing or of another version; put all that dotnet publish wrote into the plugin's folder"),
        TypeLoadException or MissingMemberException => new Phrase(
            $"和这里的 {Shared} 对不上：{exception.Message}",
            $"it does not fit the {Shared} that are here: {exception.Message}"),
        _ => new Phrase($"启动时出错：{exception.GetType().Name}，详见日志", $"it threw {exception.GetType().Name} while starting, see the log"),
    };

    /// <summary>What plugins share with the host. A newer version than these is no fault by itself; what only that version has is missed when it is used.</summary>
    private static string Shared { get; } =
        $"DealBot.Contracts {ContractVersion.Current}, Microsoft.Extensions.Logging.Abstractions {typeof(ILogger).Assembly.GetName().Version!.ToString(2)}";

    private static string FileOf(Exception exception) => Path.GetFileName(exception switch
    {
        FileNotFoundException { FileName: { } name } => name,
        FileLoadException { FileName: { } name } => name,
        BadImageFormatException { FileName: { } name } => name,
        _ => "",
    });
}
