using DealBot.Core.Configuration;
using DealBot.Host.Settings;

namespace DealBot.Host.Tests.Settings;

/// <summary>A settings file written, read and bound.</summary>
internal static class SettingsFileText
{
    public static (HostSettings? Settings, IReadOnlyList<ConfigurationFault> Faults) Bind(string json, string fileName = "appsettings.json")
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File(fileName), json);
        return SettingsLoader.Bind(SettingsLoader.Read(folder.File(fileName)));
    }
}
