using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DealBot.Core.Configuration;
using DealBot.Core.Digests;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using DealBot.Templating;

namespace DealBot.Host.Rehearsal;

/// <summary>Leaves what came of a rehearsal: <c>index.html</c>, <c>posts.jsonl</c>, <c>digests/</c>.</summary>
internal sealed class RehearsalReport
{
    private const string PageTemplate = "reports/rehearsal.sbn-html";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RehearsalResult _result;
    private readonly string _folder;
    private readonly Dictionary<string, string> _pictures;

    public RehearsalReport(RehearsalResult result)
    {
        (_result, _folder) = (result, result.Request.Folder);
        _pictures = Directory.Exists(Path.Combine(_folder, "posters"))
            ? Directory.EnumerateFiles(Path.Combine(_folder, "posters")).Order(StringComparer.Ordinal)
                .DistinctBy(path => Hash(File.ReadAllBytes(path))).ToDictionary(path => Hash(File.ReadAllBytes(path)), path => $"posters/{Path.GetFileName(path)}")
            : [];
    }

    /// <summary>Writes the files.</summary>
    /// <returns>The page to open.</returns>
    /// <exception cref="TemplateFaultException">The page's template is at fault.</exception>
    public string Write()
    {
        WritePosts();
        WriteDigests();
        var renderer = new TemplateRenderer(new TemplateLibrary(_result.Request.TemplateDirectory), TimeProvider.System);
        var page = Path.Combine(_folder, "index.html");
        File.WriteAllText(page, renderer.Render(PageTemplate, Model(), CancellationToken.None));
        return page;
    }

    private void WritePosts()
    {
        using var file = new StreamWriter(Path.Combine(_folder, "posts.jsonl"), append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var post in _result.Posts)
        {
            file.WriteLine(Line(post).ToJsonString(Json));
        }
    }

    private static JsonObject Line(ArchivedPost post) => new()
    {
        ["post"] = post.PostId,
        ["kind"] = post.Kind,
        ["group"] = post.GroupId,
        ["owner"] = post.OwnerId,
        ["due"] = post.DueAt.ToString("O", CultureInfo.InvariantCulture),
        ["sent"] = post.SentAt?.ToString("O", CultureInfo.InvariantCulture),
        ["state"] = post.State,
        ["reason"] = post.Reason?.Zh,
        ["adLawWords"] = post.AdLawFlags.Length == 0 ? null : post.AdLawFlags,
        ["considered"] = post.Considered,
        ["rejections"] = JsonNode.Parse(post.Rejections),
        ["deals"] = new JsonArray([.. post.Deals.Select(deal => new JsonObject
        {
            ["key"] = deal.Key.ToString(),
            ["title"] = deal.Title,
            ["category"] = deal.Category,
            ["price"] = deal.Price.Yuan,
            ["finalPrice"] = deal.FinalPrice.Yuan,
            ["commissionPercent"] = deal.CommissionRate.Percent,
            ["code"] = deal.Code,
            ["score"] = deal.Score is null ? null : JsonNode.Parse(deal.Score),
        })]),
        ["messages"] = new JsonArray([.. post.Messages.Select(message => new JsonObject
        {
            ["kind"] = message.Kind,
            ["text"] = message.Text,
            ["file"] = message.File,
        })]),
    };

    private void WriteDigests()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "digests")).FullName;
        foreach (var owner in _result.Configuration.Owners)
        {
            foreach (var (day, messages) in DigestsOf(owner))
            {
                var name = Path.Combine(folder, $"{owner.Id}-{day:yyyy-MM-dd}");
                File.WriteAllText($"{name}.txt", string.Join("\n\n", messages.Select(message => message.Text).OfType<string>()) + "\n");
                foreach (var chart in messages.Where(message => message.Text is null))
                {
                    File.WriteAllBytes($"{name}.jpg", chart.Picture.ToArray());
                }
            }
        }
    }

    private IEnumerable<(DateOnly Day, List<ChatMessage> Messages)> DigestsOf(Owner owner) => _result.Messages
        .Where(message => message.Adapter == owner.Digest.Adapter && message.Address == owner.Digest.Address)
        .GroupBy(message => DateOnly.FromDateTime(Local(message.At, owner.Digest.TimeZone)))
        .Select(day => (day.Key, day.ToList()));

    private TemplateObject Model() => new()
    {
        ["date"] = _result.Request.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["days"] = _result.Request.Days,
        ["seed"] = _result.Request.Seed,
        ["totals"] = With(DigestModel.FiguresOf(_result.Total), "skipped", _result.Configuration.Groups.Sum(_result.SkipsOf)),
        ["groups"] = new TemplateArray(_result.Configuration.Groups.Select(GroupOf)),
        ["owners"] = new TemplateArray(_result.Configuration.Owners.Select(OwnerOf)),
    };

    private TemplateObject GroupOf(Group group) => new()
    {
        ["id"] = group.Id,
        ["name"] = group.Name,
        ["audience"] = _result.Configuration.Audience(group.Audience).Name,
        ["owner"] = _result.Configuration.Owner(group.Owner).Name,
        ["adapter"] = group.Adapter,
        ["members"] = group.Members,
        ["figures"] = DigestModel.FiguresOf(_result.Figures[group.Id]),
        ["messages"] = new TemplateArray(_result.Messages
            .Where(message => message.Adapter == group.Adapter && message.Address == group.Address)
            .Select(message => MessageOf(message, group))),
        ["skips"] = new TemplateArray(_result.Posts
            .Where(post => post.GroupId == group.Id && post.State is not "sent")
            .Select(post => new TemplateObject { ["at"] = TimeText(post.DueAt, group.TimeZone), ["reason"] = post.Reason?.Zh ?? post.State })),
    };

    private TemplateObject MessageOf(ChatMessage message, Group group) => new()
    {
        ["at"] = TimeText(message.At, group.TimeZone),
        ["kind"] = message.Text is null ? "image" : "text",
        ["text"] = message.Text,
        ["file"] = message.Text is null ? _pictures.GetValueOrDefault(Hash(message.Picture.Span)) : null,
    };

    private TemplateObject OwnerOf(Owner owner)
    {
        var last = DigestsOf(owner).LastOrDefault();
        var chart = last.Messages?.FirstOrDefault(message => message.Text is null);
        return new TemplateObject
        {
            ["id"] = owner.Id,
            ["name"] = owner.Name,
            ["groups"] = new TemplateArray(_result.Configuration.GroupsOf(owner).Select(group => (object?)group.Id)),
            ["digest"] = last.Messages is null ? null : new TemplateObject
            {
                ["at"] = TimeText(last.Messages[0].At, owner.Digest.TimeZone),
                ["text"] = string.Join("\n", last.Messages.Select(message => message.Text).OfType<string>()),
                ["chart"] = chart is null ? null : $"digests/{owner.Id}-{last.Day:yyyy-MM-dd}.jpg",
            },
        };
    }

    private static TemplateObject With(TemplateObject model, string name, object? value)
    {
        model[name] = value;
        return model;
    }

    private static DateTime Local(DateTimeOffset at, string zone) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;

    private static string TimeText(DateTimeOffset at, string zone) => Local(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexString(SHA256.HashData(content));
}
