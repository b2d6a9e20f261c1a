using System.CommandLine;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Host.Settings;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot schema</c>: writes the JSON Schemas of the configuration.</summary>
internal static class SchemaCommand
{
    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        var folder = new Option<string>("--out")
        {
            Description = language == Language.English ? "folder to write to" : "写到哪个目录",
            DefaultValueFactory = _ => Path.Combine("config", "schema"),
        };
        var command = CommandLine.Verb("schema", language, "写出配置文件的 JSON Schema", "write the JSON Schemas of the configuration", context, (command, parsed, _) => Task.FromResult(Write(command, parsed.GetValue(folder)!)));
        command.Add(folder);
        return command;
    }

    /// <summary>All schemas by file name.</summary>
    public static IReadOnlyDictionary<string, string> All() => new Dictionary<string, string>(ConfigurationSchema.Export())
    {
        ["appsettings.schema.json"] = ConfigurationSchema.ExportSettings(typeof(SettingsFile)),
    };

    private static int Write(CommandContext context, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, schema) in All())
        {
            File.WriteAllText(Path.Combine(folder, name), schema);
            context.Line(Path.Combine(folder, name));
        }

        return ExitCodes.Done;
    }
}
