/// x.
public enum SupportModule {}
