namespace Cryptocardium.Kernel.Replies;

// The resource of an event that is part of a body.
internal sealed record SharedResource(string Id, long Offset, int Length);
