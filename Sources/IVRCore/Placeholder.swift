/// x.
public enum CoreModule {}
