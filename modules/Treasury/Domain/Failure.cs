namespace Cryptocardium.Treasury.Domain;

// The effect of a failed settlement on its top-up: whether the announced amount stops being expected, and whether the top-up becomes
// an error now.
internal readonly record struct Failure(bool Releases, bool IsNew);
