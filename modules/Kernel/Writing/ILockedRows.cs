namespace Cryptocardium.Kernel.Writing;

// Rows in memory, whatever their type.
internal interface ILockedRows
{
    string Table { get; }

    bool IsChanged { get; }

    void Write();

    void Forget();
}
