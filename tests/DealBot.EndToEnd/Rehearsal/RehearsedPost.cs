using System.Text.Json;

namespace DealBot.EndToEnd.Rehearsal;

/// <summary>One line of posts.jsonl that is a group's post and no digest, as far as the tests need it.</summary>
internal sealed record RehearsedPost(
    string Post, string Kind, string Group, DateTimeOffset Due, string State, IReadOnlyList<RehearsedDeal> Deals, IReadOnlyList<RehearsedMessage> Messages)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<RehearsedPost> ReadAll(string folder) =>
        [.. File.ReadLines(Path.Combine(folder, "posts.jsonl")).Select(line => JsonSerializer.Deserialize<RehearsedPost>(line, Json)!).Where(post => post.Kind == "slot")];
}

/// <summary>A deal of a post.</summary>
internal sealed record RehearsedDeal(string Key, decimal Price, decimal FinalPrice, string Code);

/// <summary>A message of a post.</summary>
internal sealed record RehearsedMessage(string Kind, string? Text, string? File);
