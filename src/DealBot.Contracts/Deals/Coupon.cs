namespace DealBot.Contracts;

/// <summary>A coupon of a deal. Often hidden: it is only given to whoever comes through the tracking link.</summary>
/// <param name="Discount">Face value.</param>
/// <param name="MinimumSpend">The order must reach this amount; zero if none.</param>
/// <param name="Link">What the network wants back on conversion, unmodified.</param>
/// <param name="StartsAt">Usable from; null if the network did not say.</param>
/// <param name="EndsAt">Usable and collectable until; null if the network did not say.</param>
public sealed record Coupon(Money Discount, Money MinimumSpend, string Link, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt);
