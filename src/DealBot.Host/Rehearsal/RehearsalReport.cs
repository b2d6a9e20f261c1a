using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;

namespace DealBot.Host.Rehearsal;

/// <summary>Leaves what came of a rehearsal: <c>index.html</c>, <c>posts.jsonl</c>, <c>digests/</c>.</summary>
internal sealed class RehearsalReport
{
    private const string ChinesePage = "reports/rehearsal.sbn-html";
    private const string EnglishPage = "reports/rehearsal.en.sbn-html";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RehearsalResult _result;
    private readonly Language _language;
    private readonly string _folder;
    private readonly Dictionary<string, string> _pictures;

    public RehearsalReport(RehearsalResult result, Language language)
    {
        (_result, _language, _folder) = (result, language, result.Request.Folder);
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

        // Templates that an owner brought along from an older DealBot may have no page in English.
        var (template, language) = _language == Language.English && renderer.Knows(EnglishPage) ? (EnglishPage, _language) : (ChinesePage, Language.Chinese);
        File.WriteAllText(page, renderer.Render(template, RehearsalModel.Of(_result, PictureFile, language), CancellationToken.None));
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

    private JsonObject Line(ArchivedPost post) => new()
    {
        ["post"] = post.PostId,
        ["kind"] = post.Kind,
        ["group"] = post.GroupId,
        ["owner"] = post.OwnerId,
        ["due"] = post.DueAt.ToString("O", CultureInfo.InvariantCulture),
        ["planned"] = post.PlannedAt.ToString("O", CultureInfo.InvariantCulture),
        ["moved"] = post.Moved?.In(_language),
        ["sent"] = post.SentAt?.ToString("O", CultureInfo.InvariantCulture),
        ["state"] = post.State,
        ["reason"] = post.Reason?.In(_language),
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
            foreach (var (day, messages) in _result.DigestsOf(owner))
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

    private string? PictureFile(ReadOnlyMemory<byte> picture) => _pictures.GetValueOrDefault(Hash(picture.Span));

    private static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexString(SHA256.HashData(content));
}
