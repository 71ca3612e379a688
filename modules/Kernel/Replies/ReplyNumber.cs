namespace Cryptocardium.Kernel.Replies;

// An entry of the index: the number of a reply by the hash of its key.
internal readonly record struct ReplyNumber(long Hash, long No);
