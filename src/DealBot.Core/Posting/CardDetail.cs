using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>What a card has beside title, text and link.</summary>
/// <param name="Button">What the button says.</param>
/// <param name="Facts">Name and value, in order.</param>
/// <param name="PictureUrl">Picture that the platform fetches itself; null for none.</param>
public sealed record CardDetail(string Button, IReadOnlyList<CardFact> Facts, Uri? PictureUrl);
