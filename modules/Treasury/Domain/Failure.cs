namespace Cryptocardium.Treasury.Domain;

// What a deposit that cannot be settled means for its top-up: whether the announced amount is no longer expected, and whether
// the top-up was not in error before.
internal readonly record struct Failure(bool Releases, bool IsNew);
