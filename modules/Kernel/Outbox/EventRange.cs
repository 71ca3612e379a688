namespace Cryptocardium.Kernel.Outbox;

/// <summary>Selects a range of the events of an account, in the order of their ids.</summary>
/// <param name="After">Ids greater than this.</param>
/// <param name="Before">Ids less than this.</param>
/// <param name="Descending">Whether the newest come first.</param>
/// <param name="Limit">The maximum count.</param>
public sealed record EventRange(string After, string Before, bool Descending, int Limit);
