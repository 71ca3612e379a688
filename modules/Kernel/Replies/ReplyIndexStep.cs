namespace Cryptocardium.Kernel.Replies;

// A step of a pass: entries, the range of hashes that they cover, and in the last step the number up to which all replies are in the index.
internal sealed record ReplyIndexStep(ArraySegment<ReplyNumber> Entries, long First, long Last, long? Mark);
