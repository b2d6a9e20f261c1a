using System.Text;
using System.Text.Json;
using DealBot.Contracts;
using DealBot.Core.Configuration.Validators;

namespace DealBot.Core.Configuration;

/// <summary>Reads the folder of owners' files, all or nothing.</summary>
public static class ConfigurationLoader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The files that an edit is watched in.</summary>
    public static readonly IReadOnlyList<string> FileNames =
        [OwnersFile.Name, GroupsFile.Name, SchedulesFile.Name, AudiencesFile.Name, CampaignsFile.Name, SelectionFile.Name, BotFile.Name];

    /// <summary>Loads and checks; the configuration is null exactly if there are faults.</summary>
    public static (DealBotConfiguration? Configuration, IReadOnlyList<ConfigurationFault> Faults) Load(string directory, Surroundings surroundings)
    {
        var faults = new List<ConfigurationFault>();
        var owners = Read<OwnersFile>(directory, OwnersFile.Name, faults);
        var groups = Read<GroupsFile>(directory, GroupsFile.Name, faults);
        var schedules = Read<SchedulesFile>(directory, SchedulesFile.Name, faults);
        var audiences = Read<AudiencesFile>(directory, AudiencesFile.Name, faults);
        var campaigns = Read<CampaignsFile>(directory, CampaignsFile.Name, faults, missing: new CampaignsFile());
        var selection = Read<SelectionFile>(directory, SelectionFile.Name, faults, missing: new SelectionFile());
        var bot = Read<BotFile>(directory, BotFile.Name, faults, missing: new BotFile());

        // What could be read is checked even if another file could not, so that all faults are named at once; only
        // references into an unreadable file can't be judged.
        var configuration = new DealBotConfiguration
        {
            Owners = owners?.Owners ?? [],
            Groups = [.. (groups?.Groups ?? []).Select(group => WithBlocks(group, surroundings))],
            Schedules = schedules?.Schedules ?? [],
            Audiences = audiences?.Audiences ?? [],
            Campaigns = campaigns?.Campaigns ?? [],
            Selection = selection?.Selection ?? new SelectionSettings(),
            Bot = bot?.Bot ?? new BotSettings(),
        };
        var scope = new ValidationScope(configuration, surroundings, faults);
        IdentityValidator.Validate(scope);
        AccountHolderValidator.Validate(scope);
        ScheduleValidator.Validate(scope);
        PaceValidator.Validate(scope);
        FilterValidator.Validate(scope);
        WeightValidator.Validate(scope);
        ShareValidator.Validate(scope);
        PromoterValidator.Validate(scope, owners?.Owners);
        TemplateValidator.Validate(scope);
        BotValidator.Validate(scope);
        BlockedNetworkValidator.Validate(scope);
        MarkdownValidator.Validate(scope);
        GeneralPositionValidator.Validate(scope, owners?.Owners);
        ReferenceValidator.Validate(scope, owners?.Owners, audiences?.Audiences, schedules?.Schedules);

        return faults.Count == 0 ? (configuration, faults) : (null, faults);
    }

    /// <summary>What the group does not say of blocked links, its adapter knows.</summary>
    private static Group WithBlocks(Group group, Surroundings surroundings) =>
        group.BlockedNetworks is null ? group with { BlockedNetworks = surroundings.BlockedNetworks(group.Adapter, group.Address) } : group;

    private static T? Read<T>(string directory, string name, List<ConfigurationFault> faults, T? missing = null)
        where T : class
    {
        var path = Path.Combine(directory, name);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path, StrictUtf8), ConfigurationJson.Document);
            var bound = new JsonBinder(ConfigurationJson.Options, _ => name, (path, setting) => FormerSettings.Find(path, setting) ?? RefusedSchemes.Find(path, setting)).Bind<T>(document.RootElement, out var found);
            faults.AddRange(found);
            return bound;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            if (missing is null)
            {
                faults.Add(new ConfigurationFault(name, "$", null, new Phrase("找不到文件", "file not found"), new Phrase(
                    $"在 {directory} 里放一份，可从仓库的 config/{name} 复制",
                    $"a file in {directory}; copy config/{name} of the repository")));
            }

            return missing;
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new ConfigurationFault(name, "$", null, new Phrase("不是 UTF-8 编码，中文会变成乱码", "not encoded as UTF-8"), new Phrase(
                "用编辑器另存为 UTF-8",
                "the same file saved as UTF-8")));
            return null;
        }
        catch (JsonException exception)
        {
            faults.Add(new ConfigurationFault(name, "$", null, new Phrase(
                $"不是完整的 JSON（第 {exception.LineNumber + 1} 行，第 {exception.BytePositionInLine + 1} 字节）",
                $"not valid JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})"), new Phrase(
                "检查引号、逗号和括号",
                "check quotes, commas and brackets")));
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new ConfigurationFault(name, "$", null, new Phrase($"读不了文件：{exception.Message}", $"can't read: {exception.Message}"), new Phrase(
                "让运行 dealbot 的用户可以读它",
                "readable by the user that runs dealbot")));
            return null;
        }
    }
}
